package dev.muster.identity.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.identity.Companies;
import dev.muster.identity.Companies.Company;
import dev.muster.identity.IdentityTest;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.time.Eventually;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@IdentityTest
class LargeImportTest {

    private static final int MANY = 10_000;

    @Inject
    Companies companies;

    @Test
    void thePlannerKnowsOfManyNewPeopleAtOnceAndIsNotToldOfFew() {
        long before = analyses();
        importRows("?mail=false", MANY - 1);
        importRows("?dry_run", MANY);
        importRows("?mail=false", MANY);

        Eventually.holds("the copies of memberships are analyzed", () -> analyses() > before);
        assertThat(analyses()).isEqualTo(before + 1);
    }

    private void importRows(String query, int rows) {
        Company company = companies.add();
        Imported.ended(company, Imported.post(company, query, Imported.file(Imported.unique(), rows)));
    }

    private static long analyses() {
        return Statements.calls("analyze company_users");
    }
}
