package dev.muster.kit.startup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.LaunchMode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R49 production does not start with unsafe settings")
class ProductionGateTest {

    private static final StartupCheck PASSING = List::of;
    private static final StartupCheck FAILING = () -> List.of(new UnsafeSetting("muster.a", "is weak"));
    private static final StartupCheck FAILING_TOO =
            () -> List.of(new UnsafeSetting("muster.b", "is short"), new UnsafeSetting("muster.c", "is plain"));

    private static final ProductionGate GATE = new ProductionGate(List.of(FAILING, PASSING, FAILING_TOO));

    @Test
    void everyUnsafeSettingIsNamedAtOnce() {
        assertThatThrownBy(() -> GATE.open(LaunchMode.NORMAL, List.of("prod")))
                .isInstanceOf(UnsafeSettingsException.class)
                .hasMessage("""
                        Refusing to start with unsafe settings:
                          muster.a is weak
                          muster.b is short
                          muster.c is plain""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"staging", "Local", "test", "dev"})
    void anotherProfileDoesNotOpenTheGate(String profile) {
        assertThatThrownBy(() -> GATE.open(LaunchMode.NORMAL, List.of(profile)))
                .isInstanceOf(UnsafeSettingsException.class);
    }

    @Test
    void theLocalStackIsLetThrough() {
        assertThatCode(() -> GATE.open(LaunchMode.NORMAL, List.of("local"))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(
            value = LaunchMode.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NORMAL", "RUN"})
    void developmentAndTestsAreLetThrough(LaunchMode mode) {
        assertThatCode(() -> GATE.open(mode, List.of(mode.getDefaultProfile()))).doesNotThrowAnyException();
    }

    @Test
    void safeSettingsAreLetThrough() {
        ProductionGate gate = new ProductionGate(List.of(PASSING));

        assertThatCode(() -> gate.open(LaunchMode.NORMAL, List.of("prod"))).doesNotThrowAnyException();
    }
}
