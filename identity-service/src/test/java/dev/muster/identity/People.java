package dev.muster.identity;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** People to test with; each is new, active and confirmed, and has the password {@link #PASSWORD}. */
@ApplicationScoped
public class People {

    public static final String PASSWORD = "correct horse battery staple";

    /** The hash of {@link #PASSWORD} by the reference implementation, with the parameters that the service has by default. */
    public static final String HASH =
            "$argon2id$v=19$m=7168,t=5,p=1$MDEyMzQ1Njc4OWFiY2RlZg$iFYFbd6+YgSpBS95zKSeCiqMI6RfgwXfibpMk5AbxQY";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Pool pool;

    People(Pool pool) {
        this.pool = pool;
    }

    /** Somebody to test with. */
    public record Person(long id, String email) {}

    public Person add() {
        return withHash(HASH);
    }

    public Person withHash(String hash) {
        String email = "person-" + NUMBER.incrementAndGet() + "@people.example";
        long id = pool.preparedQuery("insert into users (email, email_key, email_status, activated_at, first_name,"
                        + " last_name, created_at, updated_at)"
                        + " values ($1, $1, 'confirmed', now(), 'Ada', 'Example', now(), now()) returning id")
                .executeAndAwait(Tuple.of(email))
                .iterator()
                .next()
                .getLong("id");
        pool.preparedQuery("insert into credentials (user_id, password_hash) values ($1, $2)")
                .executeAndAwait(Tuple.of(id, hash));
        return new Person(id, email);
    }

    /** The person's FSD password has this hash from now on. */
    public void setFsdHash(Person person, String hash) {
        pool.preparedQuery("update credentials set fsd_password_hash = $2 where user_id = $1")
                .executeAndAwait(Tuple.of(person.id(), hash));
    }

    /** Sets columns of the person: {@code set(person, "active = false")}. */
    public void set(Person person, String assignments) {
        pool.preparedQuery("update users set " + assignments + " where id = $1").executeAndAwait(Tuple.of(person.id()));
    }

    /** Somebody whom an administrator made without an address. */
    public Person addWithoutEmail() {
        Person person = add();
        set(person, "email = null, email_key = null, email_status = 'unconfirmed'");
        return new Person(person.id(), null);
    }

    public void forgetPassword(Person person) {
        pool.preparedQuery("update credentials set password_hash = null where user_id = $1")
                .executeAndAwait(Tuple.of(person.id()));
    }

    /** Nobody has tried a password yet. */
    public void forgetAttempts() {
        pool.query("delete from account_attempts; delete from network_attempts").executeAndAwait();
    }

    public String hashOf(Person person) {
        return row("select password_hash from credentials where user_id = $1", person)
                .getString(0);
    }

    public String fsdHashOf(Person person) {
        return row("select fsd_password_hash from credentials where user_id = $1", person)
                .getString(0);
    }

    /** The person's row as it is stored. */
    public Row row(Person person) {
        return row("select * from users where id = $1", person);
    }

    private Row row(String sql, Person person) {
        return pool.preparedQuery(sql)
                .executeAndAwait(Tuple.of(person.id()))
                .iterator()
                .next();
    }
}
