package dev.muster.local.stack;

import dev.muster.local.StackFailure;
import dev.muster.local.service.Service;
import dev.muster.local.service.ServiceInstance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which port of this machine everything in the stack listens on.
 *
 * @param shared the one address of all replicas, for each service that has several
 */
public record PortPlan(
        int gateway,
        int mailPage,
        int smtp,
        int postgres,
        List<ServiceInstance> instances,
        Map<Service, Integer> shared) {

    /** Room for the highest port of the plan below 65536. */
    static final int HIGHEST_BASE = 65_000;

    static final int MAX_EXTRA_REPLICAS = 10;

    private static final int FIRST_SERVICE = 1;
    private static final int MAIL_PAGE = 5;
    private static final int SMTP = 6;
    private static final int POSTGRES = 7;
    private static final int FIRST_MANAGEMENT = 11;
    private static final int FIRST_REPLICA = 21;
    private static final int FIRST_REPLICA_MANAGEMENT = 31;
    private static final int FIRST_SHARED = 41;

    /** A port and what it is for. */
    public record Claim(String purpose, int port) {}

    /** The plan of {@code --port}: everything at a fixed distance from the gateway's port. */
    public static PortPlan startingAt(int base, Map<Service, Integer> replicas) {
        if (base < 1 || base > HIGHEST_BASE) {
            throw new StackFailure(
                    "--port " + base + " is not possible: choose 0 (free ports) or 1 to " + HIGHEST_BASE);
        }
        List<ServiceInstance> instances = new ArrayList<>();
        addInOrder(instances, firstReplicas(), base + FIRST_SERVICE, base + FIRST_MANAGEMENT);
        addInOrder(instances, extraReplicas(replicas), base + FIRST_REPLICA, base + FIRST_REPLICA_MANAGEMENT);
        Map<Service, Integer> shared = new EnumMap<>(Service.class);
        replicated(replicas).forEach(service -> shared.put(service, base + FIRST_SHARED + shared.size()));
        return new PortPlan(base, base + MAIL_PAGE, base + SMTP, base + POSTGRES, List.copyOf(instances), shared);
    }

    /** A plan of ports that are free at this moment. */
    public static PortPlan onFreePorts(Map<Service, Integer> replicas) {
        List<Replica> wanted = new ArrayList<>(firstReplicas());
        wanted.addAll(extraReplicas(replicas));
        List<Service> replicated = replicated(replicas);
        Iterator<Integer> free =
                FreePorts.find(4 + 2 * wanted.size() + replicated.size()).iterator();
        int gateway = free.next();
        int mailPage = free.next();
        int smtp = free.next();
        int postgres = free.next();
        List<ServiceInstance> instances = wanted.stream()
                .map(replica -> new ServiceInstance(replica.service(), replica.number(), free.next(), free.next()))
                .toList();
        Map<Service, Integer> shared = new EnumMap<>(Service.class);
        replicated.forEach(service -> shared.put(service, free.next()));
        return new PortPlan(gateway, mailPage, smtp, postgres, instances, shared);
    }

    /** Every port of the plan with its purpose. */
    public List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        claims.add(new Claim("the gateway", gateway));
        claims.add(new Claim("the mail page", mailPage));
        claims.add(new Claim("SMTP", smtp));
        claims.add(new Claim("PostgreSQL", postgres));
        for (ServiceInstance instance : instances) {
            claims.add(new Claim(instance.name(), instance.port()));
            claims.add(new Claim(instance.name() + "'s management interface", instance.managementPort()));
        }
        shared.forEach((service, port) -> claims.add(new Claim(service.module() + "'s shared address", port)));
        return claims;
    }

    /** The one address that clients use. */
    public String baseUrl() {
        return "http://localhost:" + gateway;
    }

    public String mailUrl() {
        return "http://localhost:" + mailPage;
    }

    /** Where the other services reach a service: its only replica, or the address that its replicas share. */
    public int address(Service service) {
        Integer address = shared.get(service);
        return address == null ? replicas(service).get(0).port() : address;
    }

    /** All replicas of a service, the first one first. */
    public List<ServiceInstance> replicas(Service service) {
        return instances.stream()
                .filter(instance -> instance.service() == service)
                .toList();
    }

    /** The replicas' ports by service name, for the gateway. */
    public Map<String, List<Integer>> upstreams() {
        return instances.stream()
                .collect(Collectors.groupingBy(
                        instance -> instance.service().module(),
                        Collectors.mapping(ServiceInstance::port, Collectors.toList())));
    }

    private record Replica(Service service, int number) {}

    private static void addInOrder(
            List<ServiceInstance> instances, List<Replica> replicas, int firstPort, int firstManagementPort) {
        for (int place = 0; place < replicas.size(); place++) {
            Replica replica = replicas.get(place);
            instances.add(new ServiceInstance(
                    replica.service(), replica.number(), firstPort + place, firstManagementPort + place));
        }
    }

    private static List<Replica> firstReplicas() {
        return Arrays.stream(Service.values())
                .map(service -> new Replica(service, 1))
                .toList();
    }

    private static List<Service> replicated(Map<Service, Integer> replicas) {
        return Arrays.stream(Service.values())
                .filter(service -> replicas.getOrDefault(service, 1) > 1)
                .toList();
    }

    private static List<Replica> extraReplicas(Map<Service, Integer> replicas) {
        List<Replica> extra = new ArrayList<>();
        for (Service service : Service.values()) {
            for (int number = 2; number <= replicas.getOrDefault(service, 1); number++) {
                extra.add(new Replica(service, number));
            }
        }
        if (extra.size() > MAX_EXTRA_REPLICAS) {
            throw new StackFailure("--replicas asks for " + extra.size() + " more processes; at most "
                    + MAX_EXTRA_REPLICAS + " are possible");
        }
        return extra;
    }
}
