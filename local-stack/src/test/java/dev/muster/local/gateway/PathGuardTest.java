package dev.muster.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/users/../internal/x",
                "/users/..",
                "/..",
                "/./internal",
                "/users/%2e%2e/internal/x",
                "/users/%2E./internal/x",
                "/users%2finternal",
                "/users/%2F/internal",
                "/users%5cinternal",
                "/users\\internal",
                "//internal",
                "/users//view.json",
                "/users/view.json//",
                "/users/view.json;a=b",
                "/users;/view.json",
                "/users/%3binternal",
                "/users/%00",
                "/users/%0d%0aX: y",
                "/users/%",
                "/users/%4",
                "/users/%zz",
                "/users/%ff%fe",
                "users/view.json",
                "http://localhost/internal/x",
                "*",
                "",
            })
    void aPathWithTwoReadingsIsRefused(String path) {
        assertThat(PathGuard.decode(path)).isEmpty();
    }

    @Test
    void noPathAtAllIsRefused() {
        assertThat(PathGuard.decode(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/users/view.json, /users/view.json",
        "/users/, /users/",
        "/.well-known/jwks.json, /.well-known/jwks.json",
        "/users/email/a..b@example.com, /users/email/a..b@example.com",
        "/users/email/a%40example.com, /users/email/a@example.com",
        "/users/%73witch/42.json, /users/switch/42.json",
        "/user/1/assets/L%C3%ADcencia, /user/1/assets/Lícencia",
        "/user/1/assets/Lícencia, /user/1/assets/Lícencia",
        "/user/1/assets/100%25, /user/1/assets/100%",
        "/user/1/bookings/2014-01-01/08:00/2014-01-02/06:00, /user/1/bookings/2014-01-01/08:00/2014-01-02/06:00",
        "/a+b, /a+b",
    })
    void aPlainPathIsDecodedOnce(String path, String decoded) {
        assertThat(PathGuard.decode(path)).contains(decoded);
    }
}
