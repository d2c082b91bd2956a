/*
 * Copyright 2026 the Haumea project
 *
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except
 * in compliance with the License. You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the License
 * is distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express
 * or implied. See the License for the specific language governing permissions and limitations under
 * the License.
 */
package io.haumea.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haumea.sdk.error.HaumeaException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionFolderTest {

    @TempDir Path temp;

    @Test
    void whenADefinitionIsPut_thenItIsThereAfterTheNextStart() {
        folder().put("rule 1/ä", "text ä");

        assertThat(folder().load())
                .extracting(DefinitionFolder.Stored::text)
                .containsExactly("text ä");
    }

    @Test
    void whenAWriteWasInterrupted_thenTheOldContentIsLoadedAndTheLeftoverDeleted()
            throws Exception {
        folder().put("r1", "old");
        Path leftover = temp.resolve("defs/.r1.json.tmp");
        Files.writeString(leftover, "ne");

        assertThat(folder().load())
                .extracting(DefinitionFolder.Stored::text)
                .containsExactly("old");
        assertThat(leftover).doesNotExist();

        folder().put("r1", "new");
        assertThat(folder().load())
                .extracting(DefinitionFolder.Stored::text)
                .containsExactly("new");
    }

    @Test
    void whenAFileIsDamaged_thenTheOthersAreLoaded() throws Exception {
        folder().put("a", "1");
        folder().put("b", "2");
        Files.write(temp.resolve("defs/a.json"), new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThat(folder().load()).extracting(DefinitionFolder.Stored::text).containsExactly("2");
    }

    @Test
    void whenADefinitionIsRemoved_thenItIsGone() {
        folder().put("a", "1");

        folder().remove("a");
        folder().remove("a");

        assertThat(folder().load()).isEmpty();
    }

    @Test
    void whenNothingCanBeWritten_thenFileAndReasonAreTold() throws Exception {
        Files.writeString(temp.resolve("defs"), "a file in the way");

        assertThatThrownBy(() -> folder().put("a", "1"))
                .isInstanceOf(HaumeaException.class)
                .hasMessageStartingWith("cannot write " + temp.resolve("defs/a.json"));
    }

    @Property(tries = 300)
    void whenNamesDiffer_thenTheirFilesDoToo(
            @ForAll @StringLength(max = 300) String one,
            @ForAll @StringLength(max = 300) String other) {
        DefinitionFolder folder = new DefinitionFolder(Path.of("defs"), ".json");
        String first = String.valueOf(folder.fileOf(one).getFileName());

        assertThat(first.length()).isLessThan(250);
        assertThat(first).matches("[a-z0-9_%~-]*\\.json");
        assertThat(String.valueOf(folder.fileOf(other).getFileName()).equals(first))
                .isEqualTo(valid(one).equals(valid(other)));
    }

    @Test
    void whenNamesDifferInCaseOnly_thenTheirFilesDifferWhereCaseIsIgnored() {
        DefinitionFolder folder = folder();
        Set<String> files = new HashSet<>();
        for (String name : List.of("demo", "Demo", "DEMO", "dEmo")) {
            files.add(folder.fileOf(name).toString().toLowerCase(Locale.ROOT));
        }

        assertThat(files).hasSize(4);
    }

    /** Half a surrogate pair has no UTF-8 form, so it is written as a question mark. */
    private static String valid(String text) {
        return new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private DefinitionFolder folder() {
        return new DefinitionFolder(temp.resolve("defs"), ".json");
    }
}
