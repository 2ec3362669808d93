package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.DevicePhotos;
import org.carrel.devices.Fault;
import org.carrel.devices.LoanerSwap;
import org.carrel.devices.RepairTicket;
import org.carrel.devices.RepairTickets;

/** The part of desk/inventory-device.xhtml about repairs and pictures of the device. */
@Named
@RequestScoped
public class DeviceRepairView {
    @Inject
    HttpServletRequest request;

    @Inject
    RepairTickets tickets;

    @Inject
    DevicePhotos photos;

    @Inject
    LoanerSwap swaps;

    @Inject
    StaffWords words;

    private long device;
    private List<RepairTicket> all = List.of();

    @PostConstruct
    void load() {
        device = Numbered.importNumber(request).orElse(0);
        all = tickets.ofDevice(device);
    }

    public record Row(long id, String fault, String state, boolean open, String when) {}

    public List<Row> getRows() {
        var said = new RepairWords(words);
        return all.stream()
                .map(ticket -> new Row(
                        ticket.id(),
                        said.fault(ticket.fault()),
                        words.text("repairState." + ticket.state()),
                        ticket.isOpen(),
                        words.day(ticket.opened())))
                .toList();
    }

    public List<Choice> getFaults() {
        return new RepairWords(words).choices(Fault.class, Optional.empty(), "fault");
    }

    public List<Long> getPhotos() {
        return photos.ofDevice(device);
    }

    public boolean isLoaner() {
        return swaps.isLoaner(device);
    }

    public String getRequestNumber() {
        return UUID.randomUUID().toString();
    }

    public String getProblem() {
        return request.getAttribute(DeviceRepairServlet.PROBLEM) instanceof String sentence ? sentence : "";
    }
}
