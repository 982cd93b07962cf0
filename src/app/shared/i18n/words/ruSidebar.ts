import language from '../../../../../translations/ru.json?sidebar';

export const words = language.sidebar;
