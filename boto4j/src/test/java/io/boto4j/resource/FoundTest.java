package io.boto4j.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.model.resource.Binding;
import io.boto4j.model.resource.ResourceResult;
import io.boto4j.model.resource.Source;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The identifiers and data of the resources that a link leads to. */
final class FoundTest {
  private static final Binding TABLE = binding("Table", Source.Kind.IDENTIFIER, "Id");
  private static final Binding BLOCK = binding("Block", Source.Kind.DATA, "Routes[].Block");

  private static Binding binding(String target, Source.Kind kind, String text) {
    return new Binding(target, new Source(kind, text));
  }

  private static List<Found> found(Map<String, Object> data, ResourceResult result) {
    Scope scope =
        new Scope() {
          @Override
          public @Nullable Object identifier(String name) {
            return name.equals("Id") ? "rtb-1" : null;
          }

          @Override
          public Structure data() {
            return Structures.of(data);
          }
        };
    return Found.of(result, scope, null, null);
  }

  @Test
  void list_withElementThatLacksTheIdentifier_keepsDataOfTheOthers() {
    Map<String, Object> data =
        Map.of(
            "Routes",
            List.of(
                Map.of("Ipv6Block", "::/0", "State", "first"),
                Map.of("Block", "10.0.0.0/8", "State", "second")));
    List<Found> found = found(data, new ResourceResult("Route", List.of(TABLE, BLOCK), "Routes[]"));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).identifiers())
        .isEqualTo(Map.of("Table", "rtb-1", "Block", "10.0.0.0/8"));
    assertThat(found.get(0).data()).containsEntry("State", "second");
  }

  @Test
  void lists_withAnElementThatLacksOneIdentifier_pairTheOthers() {
    Map<String, Object> data =
        Map.of("Tags", List.of(Map.of("Key", "a"), Map.of("Key", "b", "Value", "of b")));
    ResourceResult result =
        new ResourceResult(
            "Tag",
            List.of(
                binding("Key", Source.Kind.DATA, "Tags[].Key"),
                binding("Value", Source.Kind.DATA, "Tags[].Value")),
            null);
    assertThat(found(data, result))
        .extracting(Found::identifiers)
        .containsExactly(Map.of("Key", "b", "Value", "of b"));
  }

  @Test
  void listOfLists_withOneMissing_keepsDataOfTheOther() {
    Map<String, Object> data = Map.of("Markers", List.of(Map.of("Key", "k", "Size", 1)));
    ResourceResult result =
        new ResourceResult(
            "Version",
            List.of(binding("Key", Source.Kind.DATA, "[Versions,Markers]|[].Key")),
            "[Versions,Markers]|[]");
    List<Found> found = found(data, result);
    assertThat(found).extracting(Found::identifiers).containsExactly(Map.of("Key", "k"));
    assertThat(found.get(0).data()).containsEntry("Size", 1);
  }

  @Test
  void listOfTexts_isTheListOfIdentifiers() {
    ResourceResult result =
        new ResourceResult("Queue", List.of(binding("Url", Source.Kind.DATA, "Urls[]")), null);
    assertThat(found(Map.of("Urls", List.of("u", "v")), result))
        .extracting(Found::identifiers)
        .containsExactly(Map.of("Url", "u"), Map.of("Url", "v"));
    assertThat(found(Map.of(), result)).isEmpty();
  }

  @Test
  void listsOfDifferentStructures_arePairedByPosition() {
    Map<String, Object> data =
        Map.of(
            "Keys", List.of(Map.of("Key", "a"), Map.of("Key", "b")),
            "Ids", List.of(Map.of("Id", "1"), Map.of("Id", "2")));
    ResourceResult result =
        new ResourceResult(
            "Pair",
            List.of(
                binding("Key", Source.Kind.DATA, "Keys[].Key"),
                binding("Id", Source.Kind.DATA, "Ids[].Id")),
            null);
    assertThat(found(data, result))
        .extracting(Found::identifiers)
        .containsExactly(Map.of("Key", "a", "Id", "1"), Map.of("Key", "b", "Id", "2"));
  }
}
