package org.mailboxremediation.evidence.trace;

import java.util.Optional;

/**
 * An IPv4 or IPv6 address as 128 bits; IPv4 lives in {@code ::ffff:0:0/96} (RFC 4291 §2.5.5.2), so that both spellings of
 * one address are equal. Never asks the DNS.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record IpAddress(long high, long low) {

    private static final long MAPPED = 0xffffL << 32;

    /** Reads the text form of one address, with an optional {@code IPv6:} tag (RFC 5321 §4.1.3) or zone (RFC 4007 §11). */
    public static Optional<IpAddress> parse(String text) {
        return AddressText.read(text);
    }

    static IpAddress ofV4(long bits) {
        return new IpAddress(0, MAPPED | bits);
    }

    /** Whether it is an IPv4 address. */
    public boolean isV4() {
        return high == 0 && (low & ~0xffffffffL) == MAPPED;
    }

    /** One of the eight 16-bit groups, the first being 0. */
    int group(int index) {
        long half = index < 4 ? high : low;
        return (int) (half >>> (48 - 16 * (index % 4))) & 0xffff;
    }

    /** The text form of RFC 5952 §4; dotted for IPv4. */
    @Override
    public String toString() {
        return isV4() ? AddressText.dotted(low) : AddressText.compressed(this);
    }
}
