package dev.muster.testkit.probe;

import static dev.muster.testkit.http.ProblemAssert.assertProblem;
import static dev.muster.testkit.http.RawHttp.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.access.SessionServiceTestResource;
import dev.muster.testkit.http.RawHttp.Answer;
import dev.muster.testkit.postgres.PostgresTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SessionServiceTestResource.class)
class AcceptableTest {

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/html, image/*;q=0.8", "text/*"})
    @DisplayName("R38 what the client would not accept is refused before anything is done")
    void whatWouldNotBeAcceptedIsNotDone(String accept) {
        int before = CountingResource.COUNT.get();

        assertProblem(count(accept), 406, "NOT_ACCEPTABLE");

        assertThat(CountingResource.COUNT.get()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "/", ";q=1"})
    void whatNamesNoTypeIsMalformed(String accept) {
        int before = CountingResource.COUNT.get();

        assertProblem(count(accept), 400, "MALFORMED_REQUEST");

        assertThat(CountingResource.COUNT.get()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "*/*", "application/*", "text/html, application/json;q=0.1", "text/html, */*"
            })
    void whatIsAcceptableIsDone(String accept) {
        int before = CountingResource.COUNT.get();

        assertThat(count(accept).status()).isEqualTo(200);

        assertThat(CountingResource.COUNT.get()).isEqualTo(before + 1);
    }

    private static Answer count(String accept) {
        return request("POST", "/count")
                .header("Accept", accept)
                .json("{\"count\":1}")
                .send();
    }
}
