package io.boto4j.spring.internal;

import io.boto4j.spring.Boto4jProperties;
import io.boto4j.spring.ClientProperties;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/** The names of the properties below {@code boto4j}, derived from the records they are bound to. */
final class PropertyNames {
  static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("boto4j");

  /** The records whose components are directly below the prefix. */
  private static final List<Class<?>> RECORDS =
      List.of(Boto4jProperties.class, ClientProperties.class);

  /** An unknown name: the element that is wrong, those before it, and those that exist there. */
  record Unknown(String parent, String element, List<String> known) {}

  private PropertyNames() {}

  /** Returns what is unknown in a name, or null if there is such a property. */
  static @Nullable Unknown find(ConfigurationPropertyName name) {
    Map<String, Type> level = level(RECORDS);
    StringBuilder parent = new StringBuilder("boto4j");
    for (int i = PREFIX.getNumberOfElements(); i < name.getNumberOfElements(); i++) {
      String element = name.getElement(i, Form.ORIGINAL);
      Type type = type(level, element);
      if (type == null) {
        return new Unknown(parent.toString(), element, new ArrayList<>(level.keySet()));
      }
      parent.append('.').append(element);
      if (type instanceof ParameterizedType generic) {
        Type value = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
        if (!isRecord(value)) {
          return null; // any key of a map, any index of a list
        }
        i++;
        if (i < name.getNumberOfElements()) {
          parent.append('.').append(name.getElement(i, Form.ORIGINAL));
        }
        type = value;
      }
      level = isRecord(type) ? level(List.of((Class<?>) type)) : Map.of();
    }
    return null;
  }

  private static @Nullable Type type(Map<String, Type> level, String element) {
    for (Map.Entry<String, Type> entry : level.entrySet()) {
      if (uniform(entry.getKey()).equals(uniform(element))) {
        return entry.getValue();
      }
    }
    return null;
  }

  private static boolean isRecord(Type type) {
    return type instanceof Class<?> c && c.isRecord();
  }

  private static Map<String, Type> level(List<Class<?>> records) {
    Map<String, Type> names = new LinkedHashMap<>();
    for (Class<?> record : records) {
      for (RecordComponent component : record.getRecordComponents()) {
        names.put(kebab(component.getName()), component.getGenericType());
      }
    }
    return names;
  }

  /** {@code useFipsEndpoint} is the property {@code use-fips-endpoint}. */
  static String kebab(String component) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < component.length(); i++) {
      char c = component.charAt(i);
      if (Character.isUpperCase(c)) {
        name.append('-').append(Character.toLowerCase(c));
      } else {
        name.append(c);
      }
    }
    return name.toString();
  }

  private static String uniform(String name) {
    return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }
}
