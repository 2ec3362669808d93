package org.carrel.copycataloging;

/** How a target is asked. */
public enum TargetKind {
    /** SRU 1.1 or 1.2 over TLS. */
    SRU_HTTPS(443),
    /** SRU 1.1 or 1.2 in the clear: records of libraries are no secret. */
    SRU_HTTP(80),
    /** ANSI/NISO Z39.50-2003, ISO 23950. */
    Z39_50(210);

    private final int port;

    TargetKind(int port) {
        this.port = port;
    }

    /** Where such servers usually are. */
    public int port() {
        return port;
    }
}
