package dev.muster.identity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** Stores the status by its word. */
@Converter
public class EmailStatusColumn implements AttributeConverter<EmailStatus, String> {

    @Override
    public String convertToDatabaseColumn(EmailStatus status) {
        return status == null ? null : status.word();
    }

    @Override
    public EmailStatus convertToEntityAttribute(String word) {
        return word == null ? null : EmailStatus.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
