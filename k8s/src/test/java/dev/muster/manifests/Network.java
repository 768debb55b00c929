package dev.muster.manifests;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;

/** Decides as a cluster does whether a connection is let through: both ends' policies have to allow it. */
final class Network {

    private final List<NetworkPolicy> policies;

    Network(List<NetworkPolicy> policies) {
        this.policies = policies;
    }

    boolean lets(Actor from, Actor to, int port) {
        return leaves(from, to, port) && enters(from, to, port);
    }

    private boolean leaves(Actor from, Actor to, int port) {
        List<NetworkPolicy> own = policiesOf(from, "Egress");
        return own.isEmpty()
                || own.stream()
                        .flatMap(policy -> policy.getSpec().getEgress().stream())
                        .anyMatch(rule -> peers(rule.getTo(), to) && ports(rule.getPorts(), to, port));
    }

    private boolean enters(Actor from, Actor to, int port) {
        List<NetworkPolicy> own = policiesOf(to, "Ingress");
        return own.isEmpty()
                || own.stream()
                        .flatMap(policy -> policy.getSpec().getIngress().stream())
                        .anyMatch(rule -> peers(rule.getFrom(), from) && ports(rule.getPorts(), to, port));
    }

    private List<NetworkPolicy> policiesOf(Actor actor, String direction) {
        return policies.stream()
                .filter(policy -> policy.getSpec().getPolicyTypes().contains(direction))
                .filter(policy ->
                        actor.isInNamespace() && actor.is(policy.getSpec().getPodSelector()))
                .toList();
    }

    private static boolean peers(List<NetworkPolicyPeer> peers, Actor actor) {
        return peers.isEmpty() || peers.stream().anyMatch(peer -> is(peer, actor));
    }

    private static boolean is(NetworkPolicyPeer peer, Actor actor) {
        if (peer.getIpBlock() != null) {
            return peer.getIpBlock().getCidr().equals(actor.address() + "/32");
        }
        boolean rightNamespace =
                peer.getNamespaceSelector() == null ? actor.isInNamespace() : actor.isIn(peer.getNamespaceSelector());
        return rightNamespace && (peer.getPodSelector() == null || actor.is(peer.getPodSelector()));
    }

    private static boolean ports(List<NetworkPolicyPort> ports, Actor to, int port) {
        return ports.isEmpty() || ports.stream().anyMatch(rule -> number(rule, to.ports()) == port);
    }

    private static int number(NetworkPolicyPort rule, Map<String, Integer> names) {
        Integer number = rule.getPort().getIntVal();
        return number == null ? names.getOrDefault(rule.getPort().getStrVal(), -1) : number;
    }
}
