package dev.muster.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmbiguousPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal;x/probe",
                "//internal/probe",
                "/internal%2fprobe",
                "/internal%2Fprobe",
                "/a\\b",
                "/a%5Cb",
                "/a%3Bb",
                "/a%00",
                "/./internal",
                "/a/../internal",
                "/a/..",
                "/a/.",
                "/%2e%2e/internal",
                "/a/%2E/b"
            })
    @DisplayName("R36 paths that two layers may read differently")
    void ambiguousPathsAreSeen(String path) {
        assertThat(AmbiguousPath.is(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/users/view.json", "/users/a%40b.example", "/.well-known/jwks.json", "/a..b/c.", "/%C3%A9"
            })
    void plainPathsPass(String path) {
        assertThat(AmbiguousPath.is(path)).isFalse();
    }
}
