package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.carrel.catalog.BibRecord.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindRulesTest {
    @ParameterizedTest(name = "leader {0}, 008/23-33 \"{1}\", {2} is {3}")
    @CsvSource(delimiter = '|', textBlock = """
            am | '           ' | 300 ## $a32 pages                                  | BOOK
            # comics: by genre, form subdivision, 008/24-27, title; not by subject
            am | '           ' | 655 #7 $aGraphic novels.$2lcgft                    | GRAPHIC_NOVEL
            am | '           ' | 650 #0 $aBears$vComic books, strips, etc.          | GRAPHIC_NOVEL
            am | ' 6         ' | 300 ## $a32 pages                                  | GRAPHIC_NOVEL
            am | '           ' | 245 10 $aCoraline :$bthe graphic novel             | GRAPHIC_NOVEL
            am | '           ' | 650 #0 $aGraphic novels$xHistory and criticism.    | BOOK
            am | '           ' | 655 #7 $aNovelas gráficas.                         | GRAPHIC_NOVEL
            am | '           ' | 245 10 $aBone$h[graphic novel]                     | GRAPHIC_NOVEL
            mm | '   g       ' | 245 10 $aZoo$h[video game]                         | SOFTWARE
            jm | '           ' | 245 10 $aSongs$h[music]                            | MUSIC
            # large print
            am | 'd          ' | 300 ## $a32 pages                                  | LARGE_PRINT
            am | '           ' | 250 ## $aLarge print edition.                      | LARGE_PRINT
            am | '           ' | 245 10 $aHoles$h[text (large print)]               | LARGE_PRINT
            # braille
            am | 'f          ' | 300 ## $a3 volumes                                 | BRAILLE
            am | '           ' | 336 ## $atactile text$btct$2rdacontent             | BRAILLE
            # electronic, but not a book that comes with a disc
            am | 'o          ' | 300 ## $a1 online resource                         | EBOOK
            am | '           ' | 245 10 $aHoles$h[electronic resource] /            | EBOOK
            am | '           ' | 338 ## $aonline resource$bcr                       | EBOOK
            am | '           ' | 338 ## $avolume$bnc                                | BOOK
            # recordings: spoken and music
            im | '           ' | 300 ## $a5 audio discs                             | AUDIOBOOK
            jm | '           ' | 300 ## $a1 audio disc                              | MUSIC
            jm | '           ' | 655 #7 $aAudiobooks.$2lcgft                        | AUDIOBOOK
            am | '           ' | 245 10 $aHoles$h[sound recording] /                | AUDIOBOOK
            im | 'o          ' | 300 ## $a1 online resource (1 audio file)          | AUDIOBOOK
            # pictures that move and pictures that do not
            gm | '          v' | 300 ## $a1 videodisc                               | VIDEO
            gm | '          s' | 300 ## $a20 slides                                 | PICTURE
            am | '           ' | 245 10 $aHoles$h[videorecording (DVD)]             | VIDEO
            km | '           ' | 300 ## $a1 art print                               | PICTURE
            # the rest
            as | '           ' | 300 ## $av.                                        | MAGAZINE
            em | '           ' | 300 ## $a1 map                                     | MAP
            cm | '           ' | 300 ## $a1 score                                   | SCORE
            om | '           ' | 300 ## $a1 kit                                     | KIT
            rm | '          g' | 300 ## $a1 game                                    | OBJECT
            rm | '          b' | 300 ## $a1 kit                                     | KIT
            mm | '   b       ' | 300 ## $a1 CD-ROM                                  | SOFTWARE
            mm | '   d       ' | 300 ## $a1 online resource                         | EBOOK
            mi | '   j       ' | 300 ## $a1 online resource                         | WEBSITE
            ai | 'o          ' | 300 ## $a1 online resource                         | WEBSITE
            am | 'b          ' | 300 ## $a3 microfiches                             | OTHER
            # leader damaged: the carrier tells
            '  '| '           ' | 300 ## $a32 pages                                 | BOOK
            '  '| '           ' | 338 ## $avideodisc$bvd                            | VIDEO
            """)
    void kind_of_thing(String types, String positions, String field, Kind expected) {
        var leader = "00000n" + types + " a2200000 i 4500";
        var fixed = "240801s2001    nyua   c" + positions + " eng d";
        assertThat(KindRules.of(Marc.record(leader, fixed, field))).isEqualTo(expected);
    }
}
