# The poster for the wall, made by the command "poster".

poster-title = Kind to your middle back
poster-line = Point your phone's camera at a code: the exercise opens in Telegram, with @{ $bot }.
