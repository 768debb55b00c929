package dev.muster.local.service;

import dev.muster.local.stack.PortPlan;
import dev.muster.local.stack.Secrets;
import java.util.Map;
import java.util.TreeMap;

/** The settings of a service in the local stack, as the environment that a cluster would give it too. */
public final class ServiceEnvironment {

    /** High enough that tests and benchmarks from one address are not throttled; accounts still are. */
    private static final String NETWORK_LIMIT = "100000";

    /** With other replicas to go on, a service says that it leaves before it does, as its pod would. */
    private static final Map<String, String> DRAIN =
            Map.of("QUARKUS_SHUTDOWN_DELAY", "PT4S", "QUARKUS_SHUTDOWN_TIMEOUT", "PT8S");

    private final PortPlan ports;
    private final Secrets secrets;

    public ServiceEnvironment(PortPlan ports, Secrets secrets) {
        this.ports = ports;
        this.secrets = secrets;
    }

    /** The variables to add to the inherited environment. */
    public Map<String, String> of(ServiceInstance instance) {
        Map<String, String> variables = new TreeMap<>();
        variables.put("QUARKUS_PROFILE", "local");
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(instance.port()));
        variables.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        variables.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(instance.managementPort()));
        variables.put("MUSTER_PUBLIC_URL", ports.baseUrl());
        variables.put("MUSTER_TOKEN_ISSUER", ports.baseUrl());
        variables.put("MUSTER_PROXY_TRUSTED", "127.0.0.1");
        variables.put("MUSTER_SERVICE_TOKEN_SECRET", secrets.serviceTokenSecret());
        addDatabase(variables, instance.service());
        addPeers(variables);
        addOwn(variables, instance.service());
        if (ports.shared().containsKey(instance.service())) {
            variables.putAll(DRAIN);
        }
        // glibc gives every thread its own heap otherwise; two are enough for a service with few threads
        variables.put("MALLOC_ARENA_MAX", "2");
        return variables;
    }

    private void addDatabase(Map<String, String> variables, Service service) {
        variables.put("MUSTER_DATABASE_ADDRESS", "127.0.0.1:" + ports.postgres());
        variables.put("MUSTER_DATABASE_NAME", service.database());
        variables.put("MUSTER_DATABASE_USERNAME", service.database());
        variables.put("MUSTER_DATABASE_PASSWORD", secrets.databasePassword(service));
        // migrations alone use it; on a busy machine a first connection takes longer than the default of 5 s
        variables.put("QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", "60S");
    }

    private void addPeers(Map<String, String> variables) {
        for (Service peer : Service.values()) {
            variables.put(peer.urlVariable(), "http://127.0.0.1:" + ports.address(peer));
        }
    }

    private void addOwn(Map<String, String> variables, Service service) {
        if (service == Service.SESSION) {
            variables.put("MUSTER_SIGNING_KEY_ENCRYPTION_KEY", secrets.tokenKeyEncryptionKey());
        }
        if (service == Service.SESSION || service == Service.IDENTITY) {
            variables.put("MUSTER_SIGNIN_THROTTLE_NETWORK_LIMIT", NETWORK_LIMIT);
        }
        if (service == Service.IDENTITY) {
            variables.put("MUSTER_IDENTITY_SECRET_KEY", secrets.identitySecretKey());
            variables.put("QUARKUS_MAILER_HOST", "127.0.0.1");
            variables.put("QUARKUS_MAILER_PORT", Integer.toString(ports.smtp()));
            variables.put("QUARKUS_MAILER_MOCK", "false");
            variables.put("QUARKUS_MAILER_FROM", "Muster <no-reply@muster.example>");
        }
    }
}
