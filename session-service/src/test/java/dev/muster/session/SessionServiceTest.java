package dev.muster.session;

import dev.muster.session.support.MovableClock;
import dev.muster.session.support.PeersTestResource;
import dev.muster.session.support.ReadyService;
import dev.muster.testkit.postgres.PostgresTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test of the whole service over HTTP; all of them share one running service, and each starts with the real time. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(PeersTestResource.class)
@ExtendWith({ReadyService.class, MovableClock.Reset.class})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SessionServiceTest {}
