package org.mailboxremediation.evidence.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The networks a message passes through on our side: the configured ones, and those that no stranger can come from. */
public final class OwnNetworks {

    /** RFC 1918, RFC 1122 §3.2.1.3, RFC 3927, RFC 6598, RFC 4291 §2.5, RFC 4193. */
    private static final List<AddressBlock> NEVER_FOREIGN = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "100.64.0.0/10",
            "::/127",
            "fe80::/10",
            "fc00::/7");

    private final List<Rule> rules;
    private final List<String> receivingHosts;
    private final List<AddressBlock> submission;

    /** A block that is ours, or an exception from a block that stands behind it. */
    private record Rule(AddressBlock block, boolean ours) {}

    private OwnNetworks(List<Rule> rules, List<String> receivingHosts, List<AddressBlock> submission) {
        this.rules = rules;
        this.receivingHosts = receivingHosts;
        this.submission = submission;
    }

    /**
     * The given blocks beside the built-in ones; the first that holds an address decides. No exception makes
     * a built-in block foreign.
     *
     * @param blocks CIDR blocks, single addresses, or names of {@link MailService}; {@code !} in front makes an exception
     * @throws IllegalArgumentException if one is none of these
     */
    public static OwnNetworks of(List<String> blocks) {
        List<Rule> rules = new ArrayList<>();
        for (String text : blocks) {
            boolean ours = !text.startsWith("!");
            MailService.expand(ours ? text : text.substring(1)).forEach(block -> rules.add(new Rule(block, ours)));
        }
        return new OwnNetworks(List.copyOf(rules), List.of(), List.of());
    }

    /** The same, with the host names or domains under which our side takes mail from outside. */
    public OwnNetworks receivingAt(List<String> hosts) {
        List<String> names = hosts.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .toList();
        return new OwnNetworks(rules, names, submission);
    }

    /**
     * The same, with our servers that take mail from our own people only: whom they saw as a peer is one of us.
     *
     * @param blocks CIDR blocks or single addresses
     */
    public OwnNetworks submittingAt(List<String> blocks) {
        return new OwnNetworks(
                rules, receivingHosts, blocks.stream().map(AddressBlock::parse).toList());
    }

    /** Whether the address is private, loopback, link-local or shared (CGNAT). */
    public static boolean isPrivate(IpAddress address) {
        for (AddressBlock block : NEVER_FOREIGN) {
            if (block.contains(address)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the address is on our side. */
    public boolean contains(IpAddress address) {
        if (isPrivate(address)) {
            return true;
        }
        for (Rule rule : rules) {
            if (rule.block().contains(address)) {
                return rule.ours();
            }
        }
        return false;
    }

    /** Whether any address of the block is on our side. */
    public boolean overlaps(AddressBlock block) {
        return Stream.concat(NEVER_FOREIGN.stream(), own()).anyMatch(block::overlaps);
    }

    /** Whether every address of the block is on our side; a block with an exception in it is not. */
    boolean containsAll(AddressBlock block) {
        boolean excepted =
                rules.stream().anyMatch(rule -> !rule.ours() && rule.block().overlaps(block));
        return !excepted
                && Stream.concat(NEVER_FOREIGN.stream(), own())
                        .anyMatch(own -> own.prefix() <= block.prefix() && own.contains(block.base()));
    }

    /** Whether the name is one of our receiving hosts, or below one. */
    boolean receivesAt(String name) {
        String host = name.toLowerCase(Locale.ROOT);
        for (String ours : receivingHosts) {
            if (host.equals(ours) || host.endsWith("." + ours)) {
                return true;
            }
        }
        return false;
    }

    boolean submits(IpAddress address) {
        return submission.stream().anyMatch(block -> block.contains(address));
    }

    private Stream<AddressBlock> own() {
        return rules.stream().filter(Rule::ours).map(Rule::block);
    }

    private static List<AddressBlock> blocks(String... texts) {
        return Stream.of(texts).map(AddressBlock::parse).toList();
    }
}
