package dev.muster.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.local.gateway.RoutingRule.PathType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTableTest {

    /** The examples of the Kubernetes documentation for Prefix and Exact. */
    @ParameterizedTest
    @CsvSource({
        "Prefix, /, /anything, true",
        "Prefix, /, /, true",
        "Exact, /foo, /foo, true",
        "Exact, /foo, /bar, false",
        "Exact, /foo, /foo/, false",
        "Exact, /foo/, /foo, false",
        "Prefix, /foo, /foo, true",
        "Prefix, /foo, /foo/, true",
        "Prefix, /foo/, /foo, true",
        "Prefix, /foo/, /foo/, true",
        "Prefix, /aaa/bb, /aaa/bbb, false",
        "Prefix, /aaa/bbb, /aaa/bbb, true",
        "Prefix, /aaa/bbb/, /aaa/bbb, true",
        "Prefix, /aaa/bbb, /aaa/bbb/, true",
        "Prefix, /aaa/bbb, /aaa/bbb/ccc, true",
        "Prefix, /aaa/bbb, /aaa/bbbxyz, false",
        "Prefix, /foo, /FOO, false",
    })
    void aRuleCoversAPathAsKubernetesDefinesIt(PathType type, String rule, String path, boolean covered) {
        assertThat(new RoutingRule(type, rule, "any").covers(path)).isEqualTo(covered);
    }

    @Test
    void theLongestMatchWinsWhateverTheOrder() {
        RoutingRule all = new RoutingRule(PathType.Prefix, "/users", "identity");
        RoutingRule some = new RoutingRule(PathType.Prefix, "/users/switch", "org");

        assertThat(new RoutingTable(List.of(all, some)).serviceFor("/users/switch/42.json"))
                .contains("org");
        assertThat(new RoutingTable(List.of(some, all)).serviceFor("/users/switch/42.json"))
                .contains("org");
        assertThat(new RoutingTable(List.of(some, all)).serviceFor("/users/switched"))
                .contains("identity");
    }

    @Test
    void exactWinsOverPrefixOfTheSameLength() {
        RoutingTable table = new RoutingTable(List.of(
                new RoutingRule(PathType.Prefix, "/login", "prefix"),
                new RoutingRule(PathType.Exact, "/login", "exact")));

        assertThat(table.serviceFor("/login")).contains("exact");
        assertThat(table.serviceFor("/login/")).contains("prefix");
    }

    @Test
    void aPathWithoutARuleHasNoService() {
        RoutingTable table = new RoutingTable(List.of(new RoutingRule(PathType.Prefix, "/users", "identity")));

        assertThat(table.serviceFor("/internal/users/1")).isEmpty();
        assertThat(table.serviceFor("/")).isEmpty();
        assertThat(table.serviceFor("/usersx")).isEmpty();
    }
}
