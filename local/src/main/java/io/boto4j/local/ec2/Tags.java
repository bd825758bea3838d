package io.boto4j.local.ec2;

import io.boto4j.Params;
import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.h2.mvstore.MVMap;

/** The tags of all resources, by id. */
final class Tags {
  private static final int MAX = 50;

  private final MVMap<String, Object> map;

  Tags(MVMap<String, Object> map) {
    this.map = map;
  }

  Map<String, String> of(String id) {
    Map<String, String> tags = new TreeMap<>();
    if (map.get(id) instanceof Map<?, ?> stored) {
      stored.forEach((key, value) -> tags.put(String.valueOf(key), String.valueOf(value)));
    }
    return tags;
  }

  /** The ids of all resources with tags. */
  List<String> ids() {
    return List.copyOf(map.keySet());
  }

  void put(String id, Map<String, String> tags) {
    if (tags.isEmpty()) {
      map.remove(id);
    } else {
      map.put(id, new LinkedHashMap<>(tags));
    }
  }

  void add(String id, Map<String, String> tags) {
    Map<String, String> all = of(id);
    all.putAll(tags);
    put(id, all);
  }

  void remove(String id) {
    map.remove(id);
  }

  /** Checks that a resource would not have too many tags. */
  void checkCount(String id, Map<String, String> added) {
    Map<String, String> all = of(id);
    all.putAll(added);
    if (all.size() > MAX) {
      throw Ec2Errors.of("TagLimitExceeded", "The maximum number of tags for a resource is 50.");
    }
  }

  /** The member {@code Tags} of a resource, or nothing if it has no tags. */
  Params member(String id) {
    List<Params> tags = new ArrayList<>();
    of(id).forEach((key, value) -> tags.add(Params.of("Key", key, "Value", value)));
    return tags.isEmpty() ? Params.of() : Params.of("Tags", tags);
  }

  /** The tags that a request gives to a new resource of a kind. */
  static Map<String, String> given(Structure input, Kind kind) {
    Map<String, String> given = new LinkedHashMap<>();
    for (Structure specification : input.structures("TagSpecifications")) {
      if (kind.type().equals(specification.text("ResourceType"))) {
        given.putAll(checked(specification.structures("Tags")));
      }
    }
    return given;
  }

  /** The tags that a request gives to its only new resource, which is of a kind. */
  static Map<String, String> only(Structure input, Kind kind) {
    for (Structure specification : input.structures("TagSpecifications")) {
      String type = specification.text("ResourceType");
      if (type == null) {
        throw Ec2Errors.invalidValue("Tag specification resource type must have a value");
      }
      if (!kind.type().equals(type)) {
        throw Ec2Errors.invalidValue(
            "'" + type + "' is not a valid taggable resource type for this operation.");
      }
    }
    return given(input, kind);
  }

  static Map<String, String> checked(List<Structure> tags) {
    Map<String, String> checked = new LinkedHashMap<>();
    for (Structure tag : tags) {
      String key = String.valueOf(tag.text("Key"));
      String value = tag.text("Value");
      if (key.startsWith("aws:")) {
        throw Ec2Errors.invalidValue("Tag keys starting with 'aws:' are reserved for internal use");
      }
      if (key.isEmpty() || key.length() > 127) {
        throw Ec2Errors.invalidValue(
            "Tag key exceeds the maximum length of 127 characters, or is empty");
      }
      if (value != null && value.length() > 255) {
        throw Ec2Errors.invalidValue("Tag value exceeds the maximum length of 255 characters");
      }
      checked.put(key, value == null ? "" : value);
    }
    return checked;
  }
}
