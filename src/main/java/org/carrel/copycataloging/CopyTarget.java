package org.carrel.copycataloging;

import java.util.OptionalLong;
import org.carrel.catalog.ForeignRecords.Encoding;

/**
 * A library's server that can be asked for records.
 *
 * @param id 0 for one that was never stored
 * @param path of SRU, without the slash before it; of Z39.50 the name of the database
 * @param syntax record schema of SRU, such as {@code marcxml}; of Z39.50 {@code usmarc} or {@code xml}
 * @param encoding in which it sends ISO 2709, whatever its leaders say
 * @param index of the ISBN: in SRU a CQL index such as {@code bath.isbn}, in Z39.50 a bib-1 use attribute such as {@code 7}
 * @param seconds after which it is not waited for any more
 * @param place in the order in which targets stand, from 0
 * @param inside whether its address may be one of the school's own network, which only an administrator says
 * @param profile import profile whose house rules its records follow
 */
public record CopyTarget(
        int id,
        String name,
        TargetKind kind,
        String host,
        int port,
        String path,
        String syntax,
        Encoding encoding,
        String index,
        int seconds,
        int place,
        boolean enabled,
        boolean inside,
        OptionalLong profile) {}
