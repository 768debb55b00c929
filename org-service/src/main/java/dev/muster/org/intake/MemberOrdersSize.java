package dev.muster.org.intake;

import dev.muster.kit.http.LargeBody;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Lets a whole batch of membership orders come in one body. */
class MemberOrdersSize {

    /** A thousand orders with some forty permissions and branches each. */
    private static final long LARGEST = 1024 * 1024;

    @Produces
    @Singleton
    LargeBody memberOrders() {
        return new LargeBody("POST", "/internal/organizations/{orgId}/members", LARGEST);
    }
}
