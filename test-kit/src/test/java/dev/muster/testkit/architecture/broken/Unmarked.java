package dev.muster.testkit.architecture.broken;

import jakarta.persistence.MappedSuperclass;

/** Classes around rows. */
class Unmarked {

    /** A row that is no entity. */
    static class LooseRow {}

    /** No row. */
    @MappedSuperclass
    static class Base {}
}
