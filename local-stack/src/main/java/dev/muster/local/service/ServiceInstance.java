package dev.muster.local.service;

/**
 * One running copy of a service.
 *
 * @param replica counted from 1
 */
public record ServiceInstance(Service service, int replica, int port, int managementPort) {

    /** The name that logs and the status table use: the module, and the number from the second replica on. */
    public String name() {
        return replica == 1 ? service.module() : service.module() + "-" + replica;
    }
}
