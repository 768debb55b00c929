package dev.muster.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProcessIdentityTest {

    private Process process;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
    }

    @Test
    void aProcessKeepsItsIdentityWhileItLives() {
        ProcessIdentity identity = ProcessIdentity.of(process.toHandle());

        assertThat(identity).isEqualTo(ProcessIdentity.of(process.toHandle()));
        assertThat(identity.find()).contains(process.toHandle());
    }

    @Test
    void aPidThatNowBelongsToAnotherProcessIsNotTakenForIt() {
        ProcessIdentity former = new ProcessIdentity(process.pid(), "another-boot/123");

        former.stop(1);

        assertThat(former.isAlive()).isFalse();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void aMarkThatCouldNotBeReadMatchesNothing() {
        assertThat(new ProcessIdentity(process.pid(), "").isAlive()).isFalse();
    }

    @Test
    void aStoppedProcessIsGone() {
        ProcessIdentity identity = ProcessIdentity.of(process.toHandle());

        identity.stop(10);

        assertThat(identity.isAlive()).isFalse();
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void aProcessThatIgnoresTheRequestIsEndedByForce() throws IOException {
        Process stubborn =
                new ProcessBuilder("bash", "-c", "trap '' TERM; echo ready; while :; do sleep 0.1; done").start();
        assertThat(stubborn.inputReader().readLine()).isEqualTo("ready");
        ProcessIdentity identity = ProcessIdentity.of(stubborn.toHandle());

        identity.stop(1);

        await().until(() -> !stubborn.isAlive());
        assertThat(identity.isAlive()).isFalse();
    }

    @Test
    void stoppingAProcessThatIsGoneDoesNothing() throws InterruptedException {
        ProcessIdentity identity = ProcessIdentity.of(process.toHandle());
        process.destroyForcibly().waitFor();

        identity.stop(1);

        assertThat(identity.isAlive()).isFalse();
    }
}
