package dev.muster.local.stack;

import dev.muster.local.service.Service;
import java.util.Map;

/**
 * What {@code ./muster up} was asked for.
 *
 * @param port the gateway's port; 0 finds free ports for everything
 * @param fresh whether to forget the people, mails and secrets of earlier runs
 * @param replicas how many processes of a service to run where it is not one
 * @param restartServices whether a service that died is started again instead of stopping the stack
 */
public record StackOptions(int port, boolean fresh, Map<Service, Integer> replicas, boolean restartServices) {

    PortPlan ports() {
        return port == 0 ? PortPlan.onFreePorts(replicas) : PortPlan.startingAt(port, replicas);
    }
}
