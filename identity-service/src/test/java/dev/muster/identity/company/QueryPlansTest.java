package dev.muster.identity.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.identity.IdentityTest;
import dev.muster.testkit.postgres.Statements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@IdentityTest
class QueryPlansTest {

    private static final int COMPANY = 49_777;

    @AfterEach
    void theCrowdLeaves() {
        Statements.run("delete from users where email_key like '%@plan.example'");
    }

    @Test
    void aSearchReadsWhatItShowsHoweverMuchStandsBeforeIt() {
        Statements.run("insert into users (email, email_key, first_name, last_name, created_at, updated_at)"
                + " select 'a' || n || '@plan.example', 'a' || n || '@plan.example', 'User', n::text, now(), now()"
                + " from generate_series(1, 30000) n");
        Statements.run("insert into company_users (org_id, user_id, version, status, group_id, permissions, owner,"
                + " branch_ids, name_key, email_key) select " + COMPANY + ", id, 0, 'active', 120, '{}', false, '{}',"
                + " company_user_name_key(first_name, last_name), email_key from users"
                + " where email_key like '%@plan.example'");

        Statements.run("analyze company_users");

        assertThat(pagesOfTheFirstPart("user")).isLessThan(200);
    }

    private static long pagesOfTheFirstPart(String prefix) {
        SearchPosition start = SearchPosition.START.within(prefix);
        String search = ListCompanyUsers.byPrefix(Standing.PRESENT)
                .replace("?1", Integer.toString(COMPANY))
                .replace("?2", "'" + prefix + "'")
                .replace("?3", "'" + prefix + ListCompanyUsers.BEHIND_ALL + "'")
                .replace("?4", "'" + start.term() + "'")
                .replace("?5", Long.toString(start.userId()))
                .replace("?6", "100");
        return Statements.pagesTouched(search);
    }
}
