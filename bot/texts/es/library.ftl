# Recorrer los ejercicios, y un ejercicio por todos sus lados.

library-home =
    <b>📚 Ejercicios</b>

    { $exercises } para la espalda media. Escribe un nombre, como <i>gato vaca</i>, o míralos por temas.
library-by-place = Por lugar
library-by-kind = Por tipo
library-by-kit = Por equipo
library-button-all = Los { $count }
library-all = Todos los ejercicios
library-choice = { $name } · { $count }
library-choose-place = <b>¿Dónde estás?</b>

    El número dice cuántos ejercicios puedes hacer ahí, algunos en una forma más fácil o más difícil.
library-choose-kind = <b>¿Qué te vendría bien?</b>
library-choose-kit = <b>¿Qué tienes a mano?</b>

library-title = <b>{ $name }</b>
library-title-form = <b>{ $name }</b> · { $form }
library-line = { $number }. <b>{ $name }</b>
library-about = <i>{ $about }</i>
library-plain = { $words }
library-step = { $number }. { $words }
library-item = • { $words }
library-dose = <b>Cuánto:</b> { $dose }
library-tip = 💡 { $tip }
library-kit = con: { $kit }
library-quiet = sin ruido
library-office = apto para la oficina
library-way-easier = una forma más fácil
library-way-harder = una forma más difícil

library-good-for = <b>Bueno para</b>
library-faults = <b>Errores frecuentes</b>
library-tips = <b>Consejos</b>
library-adapt = <b>Cuándo saltarlo o adaptarlo</b>
library-sources = <b>De dónde viene esto</b>
library-source-link = • <a href="{ $url }">{ $citation }</a>
library-more-sources = { $count ->
    [one] … y 1 fuente más.
   *[other] … y { $count } fuentes más.
}

library-ladder = <b>{ $name }</b>: todas las formas de hacerlo
library-ladder-easier = <i>Más fácil</i>
library-ladder-standard = <i>Como siempre</i>
library-ladder-harder = <i>Más difícil</i>
library-rung = ○ { $name }
library-rung-here = ● <b>{ $name }</b>

library-button-start = ▶ Hacerlo ahora
library-button-add = + A mi rutina
library-button-ways = Más fácil o difícil
library-button-more = Consejos y errores
library-button-safety = Cuándo saltarlo
library-button-open = Abrir el coach

library-unsure =
    No sé bien a cuál te refieres. ¿Es alguno de estos?
library-hint =
    Conozco los ejercicios por su nombre. Escribe uno, como <i>gato vaca</i> o <i>ángeles en la pared</i>, o elige algo aquí.
library-gone = Ese ya no está. Esto es lo que hay.
library-group =
    Dime qué ejercicio, por ejemplo <code>/show gato vaca</code>. Para todo lo demás está nuestro propio chat.

# Palabras de una petición que no dicen qué ejercicio se busca, una o más por línea.
library-filler =
    muestra muéstrame muestrame enseña enséñame ensename ver por favor
    puedes puedo podría podrías tú tu yo nosotros mi me te
    cómo como se hace hago hacer el la los las lo un una unos unas
    qué que es son cuál cual
    quiero quisiera necesito dame
    vamos a al de del
    explica explícame dime abre busca encuentra
    ejercicio ejercicios
    hola buenas oye
    gracias ok bueno vale ayuda
    sobre para algo alguno con y
