package dev.muster.identity.network;

/**
 * The hashes of a person's two passwords.
 *
 * @param password null for none
 * @param fsdPassword null for none
 */
record Hashes(String password, String fsdPassword) {

    static final Hashes NONE = new Hashes(null, null);

    boolean isEmpty() {
        return password == null && fsdPassword == null;
    }

    @Override
    public String toString() {
        return "Hashes[hidden]";
    }
}
