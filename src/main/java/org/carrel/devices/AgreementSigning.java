package org.carrel.devices;

import java.util.UUID;

/**
 * An answer that somebody gives.
 *
 * @param request the same again does nothing a second time
 * @param version of the words that were shown
 * @param signer as typed
 * @param ticked whether the tick stands for the signature
 * @param drawing the line of a pen as an SVG path, or empty
 */
public record AgreementSigning(
        UUID request,
        long patron,
        int agreement,
        int version,
        boolean accepted,
        AgreementAnswer.Way way,
        String signer,
        boolean ticked,
        String drawing) {}
