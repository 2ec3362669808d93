package org.carrel.kiosk.web;

import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;

/**
 * Pages keep nothing on the server: they are shown, and forms go to servlets. {@code f:view transient="true"} says so too, but only when the page is built,
 * which is after PrimeFaces has put its script nonce into a view map, and so into a session.
 */
public class StatelessPages implements PhaseListener {
    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        var view = event.getFacesContext().getViewRoot();
        if (view != null) view.setTransient(true);
    }
}
