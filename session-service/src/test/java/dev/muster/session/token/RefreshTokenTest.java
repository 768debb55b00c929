package dev.muster.session.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {

    private static final String FAMILY = "FFFFFFFFFFFFFFFFFFFFFF";
    private static final String SECRET = "SSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSS";
    private static final String TEXT = "100004.01HZZZZZZZZZZZZZZZZZZZZZZZ." + FAMILY + "." + SECRET;

    private final RefreshToken token =
            new RefreshToken(new UserId(100_004), new SessionId("01HZZZZZZZZZZZZZZZZZZZZZZZ"), FAMILY, SECRET);

    @Test
    void itsTextIsReadBack() {
        assertThat(token.text()).isEqualTo(TEXT);
        assertThat(RefreshToken.parse(TEXT)).contains(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0.01HZZZZZZZZZZZZZZZZZZZZZZZ." + FAMILY + "." + SECRET,
                "9999999999999999999.01HZZZZZZZZZZZZZZZZZZZZZZZ." + FAMILY + "." + SECRET,
                "100004.81HZZZZZZZZZZZZZZZZZZZZZZZ." + FAMILY + "." + SECRET,
                TEXT + "=",
                TEXT + "\n",
                " " + TEXT,
                "100004.01HZZZZZZZZZZZZZZZZZZZZZZZ." + SECRET
            })
    void whatIsNoneIsNotRead(String text) {
        assertThat(RefreshToken.parse(text)).isEmpty();
    }

    @Test
    void aSuccessorIsTheSameForOneSaltAndSharesTheFamily() {
        RefreshToken successor = token.successor("salt");

        assertThat(successor).isEqualTo(token.successor("salt")).isNotEqualTo(token.successor("other"));
        assertThat(RefreshToken.parse(successor.text())).contains(successor);
        assertThat(successor.familyHash()).isEqualTo(token.familyHash());
        assertThat(successor.hash()).isNotEqualTo(token.hash());
    }

    @Test
    @DisplayName("R31 no token shows in what is logged of it")
    void noSecretShowsInTheTextForms() {
        SessionToken access = new SessionToken("eyJ.payload.signature", Duration.ofMinutes(5));
        TokensView view = TokensView.of(access, token, null);

        assertThat(token + " " + access + " " + view + " " + view.data() + " "
                        + new RefreshFamily(FAMILY, Duration.ofDays(1)))
                .doesNotContain(FAMILY, SECRET, "signature");
    }
}
