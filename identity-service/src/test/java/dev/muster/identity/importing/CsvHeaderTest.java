package dev.muster.identity.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.kit.problem.FieldError;
import dev.muster.kit.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvHeaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"name,email", "name,email\nA,a@b.example;c", "\uFEFFname,email\r\n", " name ,\"email\"\n"})
    void commasSeparate(String file) {
        CsvHeader header = read(file);

        assertThat(header.separator()).isEqualTo(',');
        assertThat(header.columns()).containsExactly("name", "email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name;email", "\uFEFFname;email\nA;a@b.example"})
    void semicolonsSeparate(String file) {
        CsvHeader header = read(file);

        assertThat(header.separator()).isEqualTo(';');
        assertThat(header.columns()).containsExactly("name", "email");
    }

    @ParameterizedTest
    @CsvSource({
        "'email,shoe size', '/shoe size', unknown_field",
        "'email,password', /password, unknown_field",
        "'email,name,email', /email, repeated_field",
        "'name', /email, required",
        "'email,', /, unknown_field"
    })
    void aColumnThatIsUnknownDoubledOrMissingIsNamed(String file, String pointer, String code) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::pointer, FieldError::code)
                                .containsExactly(tuple(pointer, code)));
    }

    @Test
    void whatIsNoTextHasNoHeader() {
        assertThatThrownBy(() -> read("\0\1\2\u0003")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> read("")).isInstanceOf(ProblemException.class);
    }

    private static CsvHeader read(String file) {
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        return CsvHeader.of(bytes, bytes.length);
    }
}
