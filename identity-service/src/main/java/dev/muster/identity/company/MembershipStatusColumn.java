package dev.muster.identity.company;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores the status by its word. */
@Converter
public class MembershipStatusColumn implements AttributeConverter<MembershipStatus, String> {

    @Override
    public String convertToDatabaseColumn(MembershipStatus status) {
        return status == null ? null : status.word();
    }

    @Override
    public MembershipStatus convertToEntityAttribute(String word) {
        return word == null ? null : MembershipStatus.of(word);
    }
}
