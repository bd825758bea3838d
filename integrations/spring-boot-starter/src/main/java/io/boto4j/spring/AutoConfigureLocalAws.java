package io.boto4j.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * An annotation of a test class that replaces AWS by an AWS inside the process.
 *
 * <p>It needs {@code boto4j-local} on the class path of the tests. The bean of type {@code
 * io.boto4j.local.LocalAws} is started with the application context and closed with it. A test that
 * defines such a bean itself, with functions or seed files, needs no annotation.
 *
 * <pre>{@code
 * @SpringBootTest
 * @AutoConfigureLocalAws
 * class OrdersTest {
 *   @Test
 *   void order_isStored(@Autowired LocalAws aws, @Autowired Orders orders) { … }
 * }
 * }</pre>
 */
@Documented
@Inherited
@ImportAutoConfiguration(LocalAwsConfiguration.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AutoConfigureLocalAws {}
