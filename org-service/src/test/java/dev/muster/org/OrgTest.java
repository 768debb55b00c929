package dev.muster.org;

import dev.muster.testkit.access.SessionServiceTestResource;
import dev.muster.testkit.postgres.PostgresTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the whole service over HTTP; all of them share one running service and its peers. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SessionServiceTestResource.class)
@WithTestResource(PeersTestResource.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OrgTest {}
