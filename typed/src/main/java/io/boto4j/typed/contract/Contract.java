package io.boto4j.typed.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The description of an annotated interface, read by reflection or by the compiler.
 *
 * @param name the name without its package
 * @param service the service that the interface names, or null
 * @param methods the methods that calls are made by: those without a body, and those with an
 *     annotation; sorted by signature
 * @param site the place of the interface
 */
public record Contract(
    String name, @Nullable Named service, List<MethodContract> methods, Object site) {}
