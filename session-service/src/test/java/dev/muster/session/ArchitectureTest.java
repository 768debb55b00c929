package dev.muster.session;

import dev.muster.testkit.architecture.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theHouseRulesHold() {
        HouseRules.check("dev.muster.session", "token");
    }
}
