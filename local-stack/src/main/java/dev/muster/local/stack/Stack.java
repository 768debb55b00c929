package dev.muster.local.stack;

import dev.muster.local.StackFailure;
import dev.muster.local.demo.DemoData;
import dev.muster.local.demo.DemoSource;
import dev.muster.local.demo.FirstSignIn;
import dev.muster.local.gateway.Gateway;
import dev.muster.local.gateway.IngressFile;
import dev.muster.local.gateway.ReadinessWatch;
import dev.muster.local.gateway.RoutingTable;
import dev.muster.local.gateway.ServiceAddress;
import dev.muster.local.gateway.Upstreams;
import dev.muster.local.mail.MailArchive;
import dev.muster.local.mail.MailCatcher;
import dev.muster.local.mail.MailPage;
import dev.muster.local.mail.Mailbox;
import dev.muster.local.postgres.PostgresServer;
import dev.muster.local.postgres.PostgresSettings;
import dev.muster.local.postgres.ServiceDatabases;
import dev.muster.local.service.ServiceEnvironment;
import dev.muster.local.service.ServiceLauncher;
import dev.muster.local.service.ServiceProcess;
import dev.muster.local.terminal.Terminal;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Everything on one machine: PostgreSQL, the four services, the mail catcher and the gateway, from start to stop. */
public final class Stack {

    private final StackDirectory directory;
    private final StackOptions options;
    private final ServiceLauncher launcher;
    private final DemoSource demo;
    private final Terminal terminal;
    private final StopSignal signal = new StopSignal();

    public Stack(
            StackDirectory directory,
            StackOptions options,
            ServiceLauncher launcher,
            DemoSource demo,
            Terminal terminal) {
        this.directory = directory;
        this.options = options;
        this.launcher = launcher;
        this.demo = demo;
        this.terminal = terminal;
    }

    /**
     * Starts everything, tells the listener when all is ready, and returns after {@link #stop()} once all is stopped.
     * Whatever goes wrong, nothing that was started is left running.
     */
    public void run(Consumer<PortPlan> whenReady) {
        signal.begin();
        try {
            directory.create();
            StackLock.holding(directory, () -> runAlone(whenReady));
        } catch (StackFailure e) {
            if (!signal.isStopRequested()) {
                throw e;
            }
        } finally {
            signal.end();
        }
    }

    /** Asks a running stack to stop, from any thread, and waits until it has. */
    public void stop() {
        signal.stopAndAwaitEnd();
    }

    private void runAlone(Consumer<PortPlan> whenReady) {
        Leftovers.clean(directory);
        if (options.fresh()) {
            directory.empty();
        }
        directory.requireSpace();
        RoutingTable table = IngressFile.read(directory.home().resolve("k8s/base/ingress.yaml"));
        PortPlan ports = options.ports();
        FreePorts.require(ports);
        StateRecorder recorder = new StateRecorder(new StateFile(directory.state()), ports);
        try (StartedParts parts = new StartedParts(signal, recorder)) {
            ServiceGroup services = start(ports, table, recorder, parts);
            whenReady.accept(ports);
            recorder.ready();
            superviseUntilStopped(services);
        }
    }

    private ServiceGroup start(PortPlan ports, RoutingTable table, StateRecorder recorder, StartedParts parts) {
        Secrets secrets = Secrets.loadOrCreate(directory.secrets());
        terminal.step("PostgreSQL on port " + ports.postgres(), () -> startPostgres(ports, secrets, recorder, parts));
        Upstreams upstreams = new Upstreams(ports.upstreams());
        shareAddresses(ports, upstreams, parts);
        ServiceGroup services = parts.add(new ServiceGroup(
                launcher, new ServiceEnvironment(ports, secrets), directory, recorder, signal::serviceDied));
        terminal.step(ports.instances().size() + " service processes", () -> {
            services.start(ports.instances());
            startMail(ports, parts);
            services.awaitReady();
        });
        terminal.step("demo data and gateway", () -> {
            new DemoData(demo, ports.postgres(), secrets).load();
            parts.add(Gateway.start(parts.vertx(), ports.gateway(), table, upstreams));
        });
        terminal.step("first sign-in", () -> new FirstSignIn(ports.baseUrl()).perform());
        return services;
    }

    private void startPostgres(PortPlan ports, Secrets secrets, StateRecorder recorder, StartedParts parts) {
        PostgresServer server = PostgresServer.start(new PostgresSettings(
                directory.binaries(),
                directory.postgres(),
                directory.log("postgresql"),
                ports.postgres(),
                secrets.superuserPassword()));
        parts.add(server);
        ProcessHandle process = server.process();
        recorder.postgresStarted(process);
        CompletableFuture<Void> unused = process.onExit().thenRun(signal::postgresDied);
        new ServiceDatabases(server, secrets).prepare();
    }

    private static void shareAddresses(PortPlan ports, Upstreams upstreams, StartedParts parts) {
        ports.shared().forEach((service, port) -> {
            parts.add(ServiceAddress.start(parts.vertx(), port, service.module(), upstreams));
            parts.add(ReadinessWatch.start(parts.vertx(), ports.replicas(service), upstreams));
        });
    }

    private void startMail(PortPlan ports, StartedParts parts) {
        try {
            Mailbox box = Mailbox.open(new MailArchive(directory.mails()));
            parts.add(MailCatcher.start(ports.smtp(), box, Clock.systemUTC()));
            parts.add(MailPage.start(parts.vertx(), ports.mailPage(), box));
        } catch (IOException e) {
            throw new StackFailure("cannot keep mails in " + directory.mails() + ": " + e.getMessage(), e);
        }
    }

    private void superviseUntilStopped(ServiceGroup services) {
        signal.leaveInterruptible();
        for (Optional<ServiceProcess> dead = signal.awaitDeathOrStop();
                dead.isPresent();
                dead = signal.awaitDeathOrStop()) {
            if (!options.restartServices()) {
                throw ServiceGroup.death(dead.get());
            }
            services.restart(dead.get());
        }
    }
}
