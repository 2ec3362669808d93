package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.carrel.circulation.DeskCommand;
import org.carrel.patrons.CardPicture;
import org.carrel.patrons.CardPicture.Kind;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/commands.xhtml: barcodes that tell the desk what to do, to be printed and stuck to it. */
@Named
@RequestScoped
public class CommandsView {
    @Inject
    StaffWords words;

    @Inject
    CurrentCaller caller;

    /** @param code as a scanner reads it */
    public record Command(String name, String what, String code, CardPicture picture) {}

    /** Those that lead somewhere for whoever is signed in. */
    public List<Command> getCommands() {
        return Arrays.stream(DeskCommand.values())
                .filter(command -> command != DeskCommand.SWAP || caller.may(Operation.LEND_DEVICES))
                .map(this::command)
                .toList();
    }

    private Command command(DeskCommand command) {
        var key = "deskBarcode." + command;
        var picture = CardPicture.of(command.barcode(), Kind.CODE_128);
        return new Command(words.text(key), words.text(key + ".what"), command.barcode(), picture);
    }
}
