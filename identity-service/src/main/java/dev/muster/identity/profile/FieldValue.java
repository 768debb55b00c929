package dev.muster.identity.profile;

/** What a field's text means for its column, or why it means nothing. */
record FieldValue(Object value, String error) {

    static FieldValue of(Object value) {
        return new FieldValue(value, null);
    }

    static FieldValue wrong(String error) {
        return new FieldValue(null, error);
    }

    boolean isWrong() {
        return error != null;
    }
}
