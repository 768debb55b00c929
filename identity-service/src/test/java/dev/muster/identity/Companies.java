package dev.muster.identity;

import dev.muster.identity.People.Person;
import dev.muster.testkit.access.SignedIn;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** Companies to test with: each is new and has an administrator; org-service knows the same members as the copy here. */
@ApplicationScoped
public class Companies {

    private static final AtomicLong NUMBER = new AtomicLong(50_000);

    private final People people;
    private final Pool pool;

    Companies(People people, Pool pool) {
        this.people = people;
        this.pool = pool;
    }

    /** A company and its administrator. */
    public record Company(long id, SignedIn admin) {}

    public Company add() {
        long id = NUMBER.incrementAndGet();
        Person admin = people.add();
        return new Company(id, SignedIn.admin(admin.id(), id));
    }

    /** Somebody new who is of the company. */
    public Person member(Company company, String status) {
        Person person = people.add();
        join(company, person, status);
        return person;
    }

    /** The person is of the company from now on, in the group of pilots. */
    public void join(Company company, Person person, String status) {
        pool.preparedQuery("insert into company_users (org_id, user_id, version, status, group_id, permissions, owner,"
                        + " branch_ids, name_key, email_key) select $1, id, 0, $3, 110, '{}', false, '{}',"
                        + " company_user_name_key(first_name, last_name), email_key from users where id = $2")
                .executeAndAwait(Tuple.of(company.id(), person.id(), status));
        PeersTestResource.organizations()
                .remember(new JsonObject()
                        .put("orgId", company.id())
                        .put("userId", person.id())
                        .put("version", 0)
                        .put("status", status)
                        .put("groupId", 110)
                        .put("permissions", new JsonArray())
                        .put("owner", false)
                        .put("branchIds", new JsonArray()));
    }
}
