package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.carrel.catalog.MarcImports;
import org.carrel.catalog.Site;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Device;
import org.carrel.security.Device.Audience;
import org.carrel.security.Device.Skin;
import org.carrel.security.Devices;
import org.carrel.security.WebSettings;

/** desk/devices.xhtml: the screens that stand in the library. */
@Named
@RequestScoped
public class DevicesView {
    @Inject
    HttpServletRequest request;

    @Inject
    Devices devices;

    @Inject
    MarcImports imports;

    @Inject
    StaffWords words;

    @Inject
    CurrentCaller caller;

    @Inject
    WebSettings settings;

    private List<Device> all = List.of();
    private List<Site> sites = List.of();

    @PostConstruct
    void load() {
        var by = caller.required();
        all = devices.list().stream()
                .filter(device -> by.isOf(device.siteCode()))
                .toList();
        sites = imports.sites().stream().filter(site -> by.isOf(site.code())).toList();
    }

    /**
     * A row of the list.
     *
     * @param good it can be switched off
     */
    public record Row(long number, String name, String site, String look, String state, boolean good) {}

    /** A choice of a form. */
    public record Choice(String value, String name, boolean chosen) {}

    public List<Row> getRows() {
        return all.stream()
                .map(device -> new Row(
                        device.id(),
                        device.name(),
                        device.site(),
                        words.text("skin." + device.skin()) + " · " + words.text("audience." + device.audience()),
                        state(device),
                        device.switchedOff().isEmpty()))
                .toList();
    }

    private String state(Device device) {
        if (device.switchedOff().isPresent())
            return words.text("devices.off", words.time(device.switchedOff().get()));
        return device.enrolled()
                .map(time -> words.text("devices.good", words.time(time)))
                .orElseGet(() -> words.text("devices.waiting"));
    }

    public List<Choice> getSites() {
        return sites.stream()
                .map(site -> new Choice(site.code(), site.name(), false))
                .toList();
    }

    public List<Choice> getSkins() {
        return Arrays.stream(Skin.values())
                .map(skin -> new Choice(skin.name(), words.text("skin." + skin), skin == Skin.STANDARD))
                .toList();
    }

    public List<Choice> getAudiences() {
        return Arrays.stream(Audience.values())
                .map(audience ->
                        new Choice(audience.name(), words.text("audience." + audience), audience == Audience.ALL))
                .toList();
    }

    /** The code of the screen that was made just now; empty at any other time. */
    public String getCode() {
        return request.getAttribute(DeviceServlet.MADE) instanceof DeviceServlet.Made made ? made.code() : "";
    }

    /** What to do with the code, as a sentence. */
    public String getCodeHelp() {
        if (!(request.getAttribute(DeviceServlet.MADE) instanceof DeviceServlet.Made made)) return "";
        return words.text(
                "devices.codeHelp",
                made.name(),
                settings.baseUrl().resolve(request.getContextPath() + "/kiosk-start"),
                Devices.CODE_LIFE.toMinutes());
    }

    public String getProblem() {
        return request.getAttribute(DeviceServlet.PROBLEM) instanceof String key
                ? words.text(key, Device.MAX_NAME)
                : "";
    }

    /** What was typed before. */
    public String getName() {
        return getCode().isEmpty() ? FormTexts.of(request).get("name") : "";
    }
}
