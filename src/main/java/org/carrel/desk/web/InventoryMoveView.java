package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.DeviceInventory;
import org.carrel.security.CurrentCaller;

/** desk/inventory-move.xhtml: devices go to another room, one scan each. */
@Named
@RequestScoped
public class InventoryMoveView {
    @Inject
    HttpServletRequest request;

    @Inject
    DeviceInventory inventory;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private String typed(String name) {
        return FormTexts.of(request).get(name).strip();
    }

    public String getRoom() {
        return typed("room");
    }

    public List<Choice> getSites() {
        return inventory.sites(caller.required()).stream()
                .map(site -> new Choice(site.code(), site.name(), site.code().equals(typed("site"))))
                .toList();
    }

    public String getProblem() {
        return request.getAttribute(InventoryMoveServlet.PROBLEM) instanceof String sentence ? sentence : "";
    }

    public String getDone() {
        if (!getProblem().isEmpty()) return "";
        return inventory
                .find(FormTexts.number(typed("moved")))
                .filter(device -> caller.required().isOf(device.siteCode()))
                .map(device -> words.text("move.done", device.name(), device.room(), device.siteName()))
                .orElse("");
    }
}
