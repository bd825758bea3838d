package io.boto4j.model.derived;

import io.boto4j.model.Member;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names that members with the identifier of a noun have. */
final class IdentifierNames {
  /** What a member is called whose name has no noun, or follows the noun. */
  private static final List<String> ENDINGS =
      List.of("Id", "Name", "Arn", "Identifier", "Url", "Uuid");

  private IdentifierNames() {}

  static boolean isScalar(Member member) {
    ShapeType type = member.shape().type();
    return type == ShapeType.STRING || type == ShapeType.INTEGER || type == ShapeType.LONG;
  }

  /**
   * Returns how surely a member identifies what a noun names: 3 if it is the noun, or the noun and
   * an ending, 2 for an ending alone, 1 for the last words of the noun and an ending, 0 otherwise.
   */
  static int certainty(String noun, String member) {
    if (Words.same(member, noun) || !ending(noun, member).isEmpty()) {
      return 3;
    }
    if (isEnding(member)) {
      return 2;
    }
    for (String suffix : Words.suffixes(noun)) {
      if (Words.same(member, suffix) || !ending(suffix, member).isEmpty()) {
        return 1;
      }
    }
    return 0;
  }

  /** Tells whether a member identifies the first words of a noun: the layer of its version. */
  static boolean isOfStart(String noun, String member) {
    for (String suffix : Words.suffixes(noun)) {
      if (!ending(noun.substring(0, noun.length() - suffix.length()), member).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Returns the words of the noun that a member's name has, or an empty text. */
  static String words(String noun, String member) {
    if (Words.same(member, noun) || !ending(noun, member).isEmpty()) {
      return noun;
    }
    for (String suffix : Words.suffixes(noun)) {
      if (Words.same(member, suffix) || !ending(suffix, member).isEmpty()) {
        return suffix;
      }
    }
    return "";
  }

  static boolean isEnding(String member) {
    return Words.isAmong(member, ENDINGS);
  }

  /** Returns the name with its noun, which other resources and operations use. */
  static String qualified(String noun, String member) {
    return isEnding(member) ? noun + Words.upperCamel(member) : member;
  }

  /** Returns the name of the identifier as boto3 would choose it: without the noun. */
  static String shortName(String noun, String member) {
    String words = words(noun, member);
    if (words.isEmpty()) {
      return Words.upperCamel(member);
    }
    String ending = ending(words, member);
    return Words.upperCamel(ending.isEmpty() ? member : ending);
  }

  /**
   * Returns the member of a structure that describes what the noun names, with the value of an
   * identifier.
   *
   * @param data the structure
   * @param noun the noun
   * @param member the member of the requests with the identifier
   * @return the name of the member; null if there is none
   */
  static @Nullable String inData(StructureShape data, String noun, String member) {
    for (String name : dataNames(data, noun, member)) {
      String found = find(data, name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static List<String> dataNames(StructureShape data, String noun, String member) {
    List<String> names = new ArrayList<>();
    names.add(member);
    names.add(qualified(noun, member));
    String words = words(noun, member);
    String ending = isEnding(member) ? Words.upperCamel(member) : ending(words, member);
    if (!words.isEmpty() && ending.isEmpty()) {
      names.addAll(ofNoun(data, noun, words));
    } else if (!words.isEmpty()) {
      names.add(noun + Words.upperCamel(ending));
    }
    if (!words.isEmpty()) {
      names.add(ending);
    }
    if (Words.same(member, "VersionNumber")) {
      names.add("Version");
    }
    if (Words.same(ending, "Identifier")) {
      names.add(noun + "Id");
      names.add("Id");
    }
    return names;
  }

  /** A member that is only the noun takes a name if the data has a name, but no id and no ARN. */
  private static List<String> ofNoun(StructureShape data, String noun, String words) {
    for (String other : List.of("Id", "Arn", noun + "Id", noun + "Arn")) {
      if (find(data, other) != null) {
        return List.of();
      }
    }
    List<String> names = new ArrayList<>(List.of(noun + "Name", words + "Name"));
    if (words.equals(noun) && !noun.endsWith("Version")) {
      names.add("Name");
    }
    return names;
  }

  /** Returns the member of a structure with a name, whatever the case of its letters. */
  static @Nullable String find(StructureShape structure, String name) {
    for (Member each : structure.members()) {
      if (Words.same(each.name(), name) && isScalar(each)) {
        return each.name();
      }
    }
    return null;
  }

  private static String ending(String noun, String member) {
    if (noun.isEmpty() || member.length() <= noun.length()) {
      return "";
    }
    String start = member.substring(0, noun.length());
    String rest = member.substring(noun.length());
    return start.equalsIgnoreCase(noun) && isEnding(rest) ? rest : "";
  }
}
