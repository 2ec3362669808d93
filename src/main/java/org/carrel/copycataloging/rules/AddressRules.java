package org.carrel.copycataloging.rules;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which addresses a server in a school may be sent to by what somebody typed (IANA special-purpose address registries). */
public final class AddressRules {
    private AddressRules() {}

    /** Somewhere in the world, and neither this machine nor the network around it. */
    public static boolean isOutside(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) return false;
        var bytes = address.getAddress();
        if (address instanceof Inet4Address) return isOutside(bytes);
        var within = within(bytes);
        return within == null ? (bytes[0] & 0xE0) == 0x20 && !isReserved(bytes) : isOutside(within);
    }

    private static boolean isOutside(byte[] four) {
        var first = four[0] & 0xFF;
        var second = four[1] & 0xFF;
        var third = four[2] & 0xFF;
        if (first == 0 || first == 10 || first == 127 || first >= 224) return false;
        if (first == 100 && second >= 64 && second < 128) return false; // shared by customers of a provider
        if (first == 169 && second == 254) return false;
        if (first == 172 && second >= 16 && second < 32) return false;
        if (first == 192 && second == 168) return false;
        if (first == 192 && second == 0 && (third == 0 || third == 2)) return false;
        if (first == 198 && (second == 18 || second == 19)) return false; // between test devices
        return !(first == 198 && second == 51 && third == 100) && !(first == 203 && second == 0 && third == 113);
    }

    /** The old address that a new one carries: 64:ff9b::/96 (RFC 6052), 2002::/16 (RFC 3056); null for none. */
    private static byte @Nullable [] within(byte[] six) {
        if (six[0] == 0x20 && six[1] == 0x02) return Arrays.copyOfRange(six, 2, 6);
        var translated = six[0] == 0 && six[1] == 0x64 && (six[2] & 0xFF) == 0xFF && (six[3] & 0xFF) == 0x9B;
        return translated ? Arrays.copyOfRange(six, 12, 16) : null;
    }

    /** For documentation, and 2001::/32, in which addresses are hidden (RFC 4380). */
    private static boolean isReserved(byte[] six) {
        if (six[0] != 0x20 || six[1] != 0x01) return false;
        return six[2] == 0 && six[3] == 0 || six[2] == 0x0D && (six[3] & 0xFF) == 0xB8;
    }
}
