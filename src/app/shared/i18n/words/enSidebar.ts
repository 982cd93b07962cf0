import language from '../../../../../translations/en.json?sidebar';

export const words = language.sidebar;
